package se.samlad.ground.privacy;

import org.springframework.stereotype.Component;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.TextGuard;

/** The guard of the acting municipality (Swedish: personuppgiftsvakten): the rules with the lists of names, places and numbers that hold there. */
@Component
class PersonalDataGuard implements TextGuard {

  private final NameRegister names;
  private final LocalLists local;

  PersonalDataGuard(NameRegister names, LocalLists local) {
    this.names = names;
    this.local = local;
  }

  @Override
  public Guarded guard(String text) {
    if (text.isEmpty()) {
      return GuardRules.ofThePage().guard(text);
    }
    LocalLists.Lists lists = CurrentActor.find()
        .map(actor -> local.of(actor.municipality()))
        .orElseGet(LocalLists.Lists::shipped);
    return new GuardRules(lists.numbers(), names.finder(), lists.places()).guard(text);
  }
}
