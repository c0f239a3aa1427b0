package se.samlad.desk.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samlad.ground.access.Member;
import se.samlad.ground.access.Members;
import se.samlad.ground.access.RequiresRole;
import se.samlad.ground.dispatch.Fault;
import se.samlad.ground.dispatch.MailServer;
import se.samlad.ground.dispatch.Message;
import se.samlad.ground.dispatch.Outbox;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Role;
import se.samlad.ground.web.NavItem;

/** {@code /admin/utskick}: how the sending goes, what failed and why, and a letter to try the mail server with. */
@Controller
@RequestMapping("/admin/utskick")
@RequiresRole(Role.ADMINISTRATOR)
class MailPages {

  private static final Duration TRY_FOR = Duration.ofHours(4);

  private final Outbox outbox;
  private final MailServer server;
  private final Members members;
  private final MessageSource messages;
  private final Clock clock;

  MailPages(
      Outbox outbox, MailServer server, Members members, MessageSource messages, Clock clock) {
    this.outbox = outbox;
    this.server = server;
    this.members = members;
    this.messages = messages;
    this.clock = clock;
  }

  /** What the page shows; {@code server} is null when no mail is sent. */
  record Page(MailServer.@Nullable Shown server, Outbox.Standing standing, List<Line> lines) {}

  /** A message. */
  record Line(
      UUID id,
      Instant at,
      String to,
      Message.Kind kind,
      Outbox.State state,
      @Nullable Fault fault,
      int attempts,
      @Nullable Instant nextAt) {

    public boolean failed() {
      return state == Outbox.State.FAILED;
    }
  }

  @Bean
  static NavItem mailLink() {
    return NavItem.admin(70, "/admin/utskick", "dispatch.mail.title", "brev", Role.ADMINISTRATOR);
  }

  @GetMapping
  String show(Model model) {
    Map<UUID, Member> known =
        members.list().stream().collect(Collectors.toMap(Member::id, Function.identity()));
    List<Line> lines =
        outbox.newest().stream().map(dispatch -> line(dispatch, known)).toList();
    model.addAttribute("page", new Page(server.shown().orElse(null), outbox.standing(), lines));
    return "desk/mail";
  }

  @PostMapping("/{id}/igen")
  String again(@PathVariable("id") UUID id, RedirectAttributes flash) {
    outbox.retry(id);
    flash.addFlashAttribute("notice", "dispatch.mail.again.done");
    return "redirect:/admin/utskick";
  }

  @PostMapping("/prov")
  @Transactional
  public String tryOut(RedirectAttributes flash) {
    Instant now = clock.instant();
    UUID me = CurrentActor.get().requireUser();
    outbox.post(new Message(
        "test:" + me + ":" + now.toEpochMilli() / 10_000,
        me,
        Message.Kind.TEST,
        say("dispatch.mail.test.subject"),
        say("dispatch.mail.test.text"),
        "/admin/utskick",
        null,
        now.plus(TRY_FOR)));
    flash.addFlashAttribute("notice", "dispatch.mail.test.done");
    return "redirect:/admin/utskick";
  }

  private static Line line(Outbox.Dispatch dispatch, Map<UUID, Member> known) {
    Member member = known.get(dispatch.member());
    return new Line(
        dispatch.id(),
        dispatch.at(),
        member == null ? "" : member.displayName(),
        dispatch.kind(),
        dispatch.state(),
        dispatch.fault(),
        dispatch.attempts(),
        dispatch.state() == Outbox.State.WAITING && dispatch.attempts() > 0
            ? dispatch.nextAt()
            : null);
  }

  private String say(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
