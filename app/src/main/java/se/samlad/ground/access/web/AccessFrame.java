package se.samlad.ground.access.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Municipality;
import se.samlad.ground.access.SignedIn;
import se.samlad.ground.dispatch.Outbox;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.Frame;
import se.samlad.ground.web.FrameSource;
import se.samlad.ground.web.Viewer;

/** Whose installation a page belongs to and who looks. With one municipality its name stands there before anybody has signed in. */
@Component
class AccessFrame implements FrameSource {

  /** The role shown first, of those a member holds. */
  private static final List<Role> SHOWN = List.of(
      Role.COORDINATOR,
      Role.ORGANISATION_COORDINATOR,
      Role.GROUP_MEMBER,
      Role.LEADERSHIP,
      Role.ADMINISTRATOR,
      Role.DATA_PROTECTION,
      Role.OPERATOR,
      Role.REPORTER);

  private final Municipalities municipalities;
  private final Outbox outbox;
  private final MessageSource messages;

  AccessFrame(Municipalities municipalities, Outbox outbox, MessageSource messages) {
    this.municipalities = municipalities;
    this.outbox = outbox;
    this.messages = messages;
  }

  @Override
  public Frame frame() {
    return SignedIn.find().map(this::signedIn).orElseGet(this::anybody);
  }

  private Frame signedIn(SignedIn signedIn) {
    Set<Role> roles = CurrentActor.find().map(Actor::roles).orElse(Set.of());
    String organisation = signedIn.organisation();
    Viewer viewer = new Viewer(
        roleName(roles),
        organisation == null ? signedIn.municipality() : organisation,
        roles,
        unread());
    return new Frame(signedIn.municipality(), signedIn.inDemo(), viewer);
  }

  private int unread() {
    return CurrentActor.find().isPresent() ? outbox.unread() : 0;
  }

  private Frame anybody() {
    if (CurrentActor.find().isPresent()) {
      return of(municipalities.get());
    }
    List<Municipality> all = municipalities.list();
    if (all.size() == 1 || (!all.isEmpty() && all.stream().allMatch(Municipality::demo))) {
      return of(all.getFirst());
    }
    return Frame.empty();
  }

  private static Frame of(Municipality municipality) {
    return new Frame(municipality.name(), municipality.demo(), null);
  }

  private String roleName(Set<Role> roles) {
    String shown =
        SHOWN.stream().filter(roles::contains).findFirst().map(Role::name).orElse("NONE");
    return messages.getMessage("access.role." + shown, null, LocaleContextHolder.getLocale());
  }
}
