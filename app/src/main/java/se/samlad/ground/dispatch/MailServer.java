package se.samlad.ground.dispatch;

import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.Settings.Smtp;

/** The mail server in force, if there is one, and how letters lead back here. */
@Component
public class MailServer {

  private final Optional<Smtp> smtp;
  private final String publicUrl;

  MailServer(Environment environment) {
    String host = environment.getProperty("samlad.smtp.host", "");
    this.publicUrl = environment.getProperty("samlad.public-url", "").replaceAll("/$", "");
    this.smtp = host.isBlank()
        ? Optional.empty()
        : Optional.of(new Smtp(
            host,
            environment.getRequiredProperty("samlad.smtp.port", Integer.class),
            environment.getProperty("samlad.smtp.user", ""),
            environment.getProperty("samlad.smtp.password", ""),
            environment.getRequiredProperty("samlad.smtp.from"),
            Smtp.Security.valueOf(
                environment.getRequiredProperty("samlad.smtp.security").toUpperCase(Locale.ROOT))));
  }

  /** Whether mail is sent at all. Nothing on a page may promise mail when it is not. */
  public boolean sends() {
    return smtp.isPresent();
  }

  /** The server and the sender's address, as the administrator sees them. */
  public Optional<Shown> shown() {
    return smtp.map(server -> new Shown(server.host() + ":" + server.port(), server.from()));
  }

  /** What is told of the server. */
  public record Shown(String server, String from) {}

  /** The whole address of a path, for a letter. */
  String address(String path) {
    return publicUrl + path;
  }

  Optional<Carrier> carrier() {
    return smtp.map(SmtpCarrier::new);
  }
}
