-- Areas in layers with vintages, and named places. Coordinates: lon/lat in WGS 84, easting/northing in SWEREF 99 TM (EPSG:3006), metres.

create table samlad.area_layer (
  municipality_id uuid not null references samlad.municipality,
  layer           text not null check (layer ~ '^[a-z0-9-]{1,40}$'),
  name            text not null,
  main            boolean not null default false,
  vintage         date not null,
  primary key (municipality_id, layer)
);
comment on column samlad.area_layer.main is 'The layer whose areas incidents are assigned to and groups cover; one per municipality.';
create unique index area_layer_main on samlad.area_layer (municipality_id) where main;
call samlad.protect('area_layer', 'municipality', 'samlad.actor_kind() is not null', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');

create table samlad.area (
  municipality_id uuid not null,
  area_id         uuid not null,
  layer           text not null,
  code            text not null,
  name            text not null,
  wkt_sweref      text,
  population      int,
  primary key (municipality_id, area_id),
  foreign key (municipality_id, layer) references samlad.area_layer,
  unique (municipality_id, layer, code)
);
comment on column samlad.area.wkt_sweref is 'Polygon or multipolygon, WKT, SWEREF 99 TM metres (easting northing); null when the area is known by name only.';
call samlad.protect('area', 'municipality', 'samlad.actor_kind() is not null', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');

create table samlad.place (
  municipality_id uuid not null references samlad.municipality,
  place_id        uuid not null,
  name            text not null,
  kind            text not null,
  lon             double precision not null,
  lat             double precision not null,
  easting         double precision not null,
  northing        double precision not null,
  area_id         uuid,
  primary key (municipality_id, place_id),
  foreign key (municipality_id, area_id) references samlad.area
);
comment on table samlad.place is 'Named places and addresses (platsregister): what a point is called, and what a reporter can choose without a map.';
create index place_near on samlad.place using gist (point(easting, northing));
create index place_by_name on samlad.place (municipality_id, lower(name) text_pattern_ops);
call samlad.protect('place', 'municipality', 'samlad.actor_kind() is not null', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');

create table samlad.base_feature (
  municipality_id uuid not null references samlad.municipality,
  feature_id      bigint not null,
  layer           text not null,
  class           text not null,
  name            text,
  min_zoom        smallint not null default 0,
  wkt_sweref      text not null,
  min_easting     double precision not null,
  min_northing    double precision not null,
  max_easting     double precision not null,
  max_northing    double precision not null,
  primary key (municipality_id, feature_id)
);
comment on table samlad.base_feature is 'The municipality''s own base map as vectors (water, parks, buildings, roads, rail), cut into tiles by the server.';
call samlad.protect('base_feature', 'municipality', 'samlad.actor_kind() is not null', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');

create table samlad.group_area (
  municipality_id uuid not null,
  group_id        uuid not null,
  area_id         uuid not null,
  primary key (municipality_id, group_id, area_id),
  foreign key (municipality_id, group_id) references samlad.working_group,
  foreign key (municipality_id, area_id) references samlad.area
);
call samlad.protect('group_area', 'municipality', 'samlad.is_inside()', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'') or samlad.has_role(''COORDINATOR'')');

create table samlad.unit_area (
  municipality_id uuid not null,
  unit_id         uuid not null,
  area_id         uuid not null,
  primary key (municipality_id, unit_id, area_id),
  foreign key (municipality_id, unit_id) references samlad.unit,
  foreign key (municipality_id, area_id) references samlad.area
);
call samlad.protect('unit_area', 'municipality', 'samlad.is_inside()', 'samlad.is_system() or samlad.has_role(''ADMINISTRATOR'')');
