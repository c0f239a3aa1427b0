package se.samlad.situation.web;

import org.springframework.stereotype.Component;
import se.samlad.ground.access.Groups;
import se.samlad.ground.access.WorkingGroup;
import se.samlad.ground.calendar.Period;
import se.samlad.ground.storage.NotFound;
import se.samlad.situation.SituationPicture;
import se.samlad.situation.SituationPictures;

/** Finds the picture of an address. What is no period, no group or not the reader's answers alike. */
@Component
class PicturePaths {

  private final Groups groups;
  private final SituationPictures pictures;

  PicturePaths(Groups groups, SituationPictures pictures) {
    this.groups = groups;
    this.pictures = pictures;
  }

  WorkingGroup group(String slug) {
    return groups.getBySlug(slug);
  }

  static Period period(String slug) {
    return Period.parse(slug).orElseThrow(() -> new NotFound("period"));
  }

  /** The picture in that version; 0 is the last one. */
  SituationPicture picture(String group, String period, int version) {
    WorkingGroup found = group(group);
    Period named = period(period);
    return (version == 0
            ? pictures.find(found.id(), named)
            : pictures.versions(found.id(), named).stream()
                .filter(picture -> picture.version() == version)
                .findFirst())
        .orElseThrow(() -> new NotFound("picture"));
  }

  String base(SituationPicture picture) {
    return "/lagesbilder/" + groups.get(picture.group()).slug() + "/"
        + picture.period().slug();
  }
}
