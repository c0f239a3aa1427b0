package se.samlad.ground.access.console;

import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Organisation;
import se.samlad.ground.access.Organisations;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.ApplicationOpener;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.NotFound;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;

/** Runs a command's work as the system of one municipality, and turns refusals into one sentence. */
final class InMunicipality {

  private InMunicipality() {}

  static int run(
      ApplicationOpener opener, String slug, Function<ApplicationContext, Integer> work) {
    return opener.open(context -> {
      MunicipalityId municipality = context
          .getBean(Municipalities.class)
          .find(slug)
          .orElseThrow(() -> new IllegalStateException("Kommunen " + slug
              + " finns inte. bin/samlad municipality list visar dem som finns."));
      return asSystem(context, municipality, work);
    });
  }

  static int asSystem(
      ApplicationContext context,
      MunicipalityId municipality,
      Function<ApplicationContext, Integer> work) {
    try {
      return context
          .getBean(Tenancy.class)
          .as(Actor.system(municipality), () -> work.apply(context));
    } catch (InvalidInput invalid) {
      var problem = invalid.problems().getFirst();
      throw new IllegalStateException(
          say(context, problem.messageKey(), problem.arguments().toArray()), invalid);
    } catch (Refused refused) {
      throw new IllegalStateException(
          say(context, refused.messageKey(), refused.arguments().toArray()), refused);
    } catch (NotFound absent) {
      throw new IllegalStateException("Det finns inte: " + absent.getMessage(), absent);
    }
  }

  static Organisation organisation(ApplicationContext context, String name) {
    return context.getBean(Organisations.class).list().stream()
        .filter(organisation ->
            organisation.name().equals(name) || organisation.id().toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Organisationen " + name
            + " finns inte i kommunen. bin/samlad organisation list visar dem som finns."));
  }

  private static String say(ApplicationContext context, String key, Object... arguments) {
    return context.getMessage(key, arguments, java.util.Locale.of("sv"));
  }
}
