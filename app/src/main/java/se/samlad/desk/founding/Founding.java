package se.samlad.desk.founding;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.geography.AreaRegister;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.Tenancy;

/** Founds a municipality with what it cannot be without: a name, the default catalogue and, where given, its areas. */
@Service
public class Founding {

  private final Municipalities municipalities;
  private final DefaultCatalogue catalogue;
  private final AreaRegister areas;
  private final Tenancy tenancy;
  private final Clock clock;

  Founding(
      Municipalities municipalities,
      DefaultCatalogue catalogue,
      AreaRegister areas,
      Tenancy tenancy,
      Clock clock) {
    this.municipalities = municipalities;
    this.catalogue = catalogue;
    this.areas = areas;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  public Municipality found(
      String slug, String name, boolean demo, List<AreaRegister.NewArea> outlines) {
    Municipality municipality = municipalities.found(slug, name, demo);
    tenancy.as(Actor.system(municipality.id()), () -> {
      catalogue.install();
      areas.enter(outlines, LocalDate.now(clock.withZone(ZoneId.of("Europe/Stockholm"))));
    });
    return municipality;
  }

  /** The short name in anonymous addresses: {@code Åre kommun} is {@code are-kommun}. */
  public static String slug(String name) {
    String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
    return plain.length() > 40 ? plain.substring(0, 40).replaceAll("-$", "") : plain;
  }
}
