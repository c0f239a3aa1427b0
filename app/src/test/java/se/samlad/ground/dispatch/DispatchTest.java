package se.samlad.ground.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.catalogue.DefaultCatalogue;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.dispatch.Carrier.NotCarried;
import se.samlad.ground.dispatch.jdbc.MessageStore;
import se.samlad.ground.storage.Role;
import se.samlad.ground.storage.Settings;
import se.samlad.ground.storage.Tenancy;
import se.samlad.support.SamladTest;
import se.samlad.support.TestTown;
import se.samlad.support.TurnedClock;

/** From the outbox to a mail server, through servers that are down, addresses that are gone and installations without mail. */
@SamladTest
class DispatchTest {

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final TurnedClock clock = new TurnedClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));

  @Autowired
  private Tenancy tenancy;

  @Autowired
  private JdbcClient db;

  @Autowired
  private DefaultCatalogue catalogue;

  @Autowired
  private MessageStore store;

  @Autowired
  private Recipients recipients;

  @Autowired
  private Audit audit;

  @Autowired
  private MessageSource messages;

  private TestTown town;
  private TestTown.Person reporter;

  @BeforeEach
  void town() {
    town = TestTown.in(tenancy, db, catalogue);
    reporter = town.person(Role.REPORTER, town.organisation("Bevakning", "GUARD_COMPANY"));
    town.asSystem(() -> db.sql(
            "insert into samlad.member_contact (municipality_id, member_id, email) values (samlad.municipality(), :id, :email)")
        .param("id", reporter.member())
        .param("email", reporter.member() + "@kommun.example")
        .update());
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Test
  void letterGoesOutOnceAndSaysWhereToGo() throws Exception {
    mail.start();
    MailServer server = server(mail.getSmtp().getPort());
    assertThat(post(server, reminder("v48"))).isTrue();
    assertThat(post(server, reminder("v48"))).as("the same thing again").isFalse();
    rounds(server, server.carrier()).round(town.id());
    rounds(server, server.carrier()).round(town.id());

    assertThat(mail.getReceivedMessages()).hasSize(1);
    MimeMessage letter = mail.getReceivedMessages()[0];
    assertThat(letter.getSubject()).isEqualTo("Har ni något att rapportera för v. 48?");
    assertThat(letter.getAllRecipients()[0].toString())
        .isEqualTo(reporter.member() + "@kommun.example");
    assertThat((String) letter.getContent())
        .contains("Svara senast måndag.")
        .contains("Länken är bara din")
        .contains("https://samlad.example/veckosvar/hemlig");
    assertThat(letter.getMessageID()).endsWith("@samlad.example>");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(state()).isEqualTo("SENT null 1");
    assertThat(mailPaths()).as("the signed link is gone when it has been sent").isZero();
    assertThat(tenancy.readAs(reporter.actor(), outbox(server)::own))
        .extracting(Outbox.Notice::path, Outbox.Notice::unread)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("/rapportera/inget", true));
  }

  @Test
  void serverThatIsDownIsTriedAgainLaterAndLater() {
    mail.start();
    int port = mail.getSmtp().getPort();
    MailServer server = server(port);
    mail.stop();
    post(server, reminder("v48"));
    rounds(server, server.carrier()).round(town.id());
    assertThat(state()).isEqualTo("WAITING CONNECT 1");
    rounds(server, server.carrier()).round(town.id());
    assertThat(state()).as("not before its time").isEqualTo("WAITING CONNECT 1");
    clock.turn(Duration.ofSeconds(61));
    rounds(server, server.carrier()).round(town.id());
    assertThat(state()).isEqualTo("WAITING CONNECT 2");

    GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    back.start();
    try {
      clock.turn(Duration.ofSeconds(121));
      rounds(server, server.carrier()).round(town.id());
      assertThat(state()).isEqualTo("SENT null 3");
      assertThat(back.getReceivedMessages()).hasSize(1);
    } finally {
      back.stop();
    }
  }

  @Test
  void eachFailureWaitsTwiceAsLongUpToTwoHours() {
    assertThat(Rounds.waitAfter(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Rounds.waitAfter(2)).isEqualTo(Duration.ofMinutes(2));
    assertThat(Rounds.waitAfter(5)).isEqualTo(Duration.ofMinutes(16));
    assertThat(Rounds.waitAfter(12)).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void whatFailsForGoodIsSeenByTheAdministratorWhoTriesAgain() {
    MailServer server = server(1);
    Carrier refusing = letter -> {
      throw new NotCarried(Fault.ADDRESS, true, new IllegalStateException("550"));
    };
    post(server, reminder("v48"));
    rounds(server, Optional.of(refusing)).round(town.id());
    assertThat(state()).isEqualTo("FAILED ADDRESS 1");

    TestTown.Person administrator = town.person(Role.ADMINISTRATOR, null);
    Outbox outbox = outbox(server);
    UUID failed =
        tenancy.readAs(administrator.actor(), () -> outbox.newest().getFirst().id());
    assertThat(tenancy.readAs(
            administrator.actor(),
            () -> db.sql("select count(*) from samlad.message_text")
                .query(Integer.class)
                .single()))
        .as("never what it says")
        .isZero();
    tenancy.as(administrator.actor(), () -> outbox.retry(failed));
    assertThat(state()).isEqualTo("WAITING null 0");
    rounds(server, Optional.of(letter -> {})).round(town.id());
    assertThat(state()).isEqualTo("SENT null 1");
  }

  @Test
  void withoutMailServerItIsReadInTheSystem() {
    MailServer none = new MailServer(new StandardEnvironment());
    post(none, reminder("v48"));
    assertThat(state()).isEqualTo("IN_APP null 0");
    assertThat(mailPaths()).as("a link that is never sent is not kept").isZero();
    Outbox outbox = outbox(none);
    assertThat(tenancy.readAs(reporter.actor(), outbox::unread)).isEqualTo(1);
    tenancy.as(reporter.actor(), outbox::read);
    assertThat(tenancy.readAs(reporter.actor(), outbox::unread)).isZero();
  }

  @Test
  void closedAccountGetsNoMailThatWasWaiting() {
    MailServer server = server(1);
    post(server, reminder("v48"));
    town.asSystem(() -> db.sql("update samlad.member set active = false where member_id = :id")
        .param("id", reporter.member())
        .update());
    rounds(server, Optional.of(letter -> {
          throw new IllegalStateException("sent to " + letter.address());
        }))
        .round(town.id());
    assertThat(state()).isEqualTo("IN_APP NO_ADDRESS 1");
  }

  @Test
  void reminderThatCameTooLateIsNotSent() {
    MailServer server = server(1);
    post(server, reminder("v48"));
    clock.turn(Duration.ofDays(8));
    rounds(server, Optional.of(letter -> {
          throw new IllegalStateException("sent too late");
        }))
        .round(town.id());
    assertThat(state()).isEqualTo("FAILED OVERDUE 1");
  }

  @Test
  void halfSetMailServerIsRefusedAtTheStart() {
    assertThatThrownBy(() -> Settings.read(Map.of("SAMLAD_SMTP_HOST", "smtp.example")))
        .hasMessageContaining("SAMLAD_SMTP_FROM");
    assertThatThrownBy(() -> Settings.read(Map.of(
            "SAMLAD_SMTP_HOST", "smtp.example",
            "SAMLAD_SMTP_FROM", "a@b.example",
            "SAMLAD_PUBLIC_URL", "https://a.example",
            "SAMLAD_SMTP_SECURITY", "ssl3")))
        .hasMessageContaining("starttls, tls eller none");
    assertThat(Settings.read(Map.of()).smtp()).isEmpty();
  }

  private Message reminder(String about) {
    return new Message(
        "reminder:" + about,
        reporter.member(),
        Message.Kind.REMINDER,
        "Har ni något att rapportera för v. 48?",
        "Svara senast måndag.",
        "/rapportera/inget",
        "/veckosvar/hemlig",
        clock.instant().plus(Duration.ofDays(7)));
  }

  private boolean post(MailServer server, Message message) {
    return tenancy.as(town.system(), () -> outbox(server).post(message));
  }

  private Outbox outbox(MailServer server) {
    return new Outbox(store, server, audit, clock);
  }

  private Rounds rounds(MailServer server, Optional<Carrier> carrier) {
    return new Rounds(store, server, carrier, recipients, tenancy, messages, clock);
  }

  private static MailServer server(int port) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource(
            "test",
            Map.of(
                "samlad.public-url", "https://samlad.example/",
                "samlad.smtp.host", "127.0.0.1",
                "samlad.smtp.port", port,
                "samlad.smtp.from", "samlad@samlad.example",
                "samlad.smtp.security", "none")));
    return new MailServer(environment);
  }

  private String state() {
    return tenancy.readAs(
        town.system(),
        () -> db.sql(
                "select state || ' ' || coalesce(fault, 'null') || ' ' || attempts from samlad.message")
            .query(String.class)
            .single());
  }

  private int mailPaths() {
    return tenancy.readAs(
        town.system(),
        () -> db.sql("select count(*) from samlad.message_text where mail_path is not null")
            .query(Integer.class)
            .single());
  }
}
