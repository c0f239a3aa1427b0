package se.samlad.ground.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.samlad.ground.storage.Settings.Smtp;

/** Sends by SMTP, plain text alone: nothing in it is fetched, so opening a letter tells nobody. */
final class SmtpCarrier implements Carrier {

  private static final String TIMEOUT_MILLIS = "15000";

  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
  private final String from;

  SmtpCarrier(Smtp server) {
    this.from = server.from();
    sender.setHost(server.host());
    sender.setPort(server.port());
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    if (!server.user().isBlank()) {
      sender.setUsername(server.user());
      sender.setPassword(server.password());
    }
    sender.setJavaMailProperties(properties(server));
  }

  @Override
  public void carry(Letter letter) throws NotCarried {
    try {
      sender.send(mail(letter));
    } catch (MailAuthenticationException e) {
      throw new NotCarried(Fault.LOGIN, false, e);
    } catch (MailSendException e) {
      throw notCarried(e);
    } catch (MailException | MessagingException e) {
      throw new NotCarried(Fault.REFUSED, true, e);
    }
  }

  /** A letter that keeps its id, however often it is sent, and tells other machines not to answer it. */
  private MimeMessage mail(Letter letter) throws MessagingException {
    String id = "<" + letter.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
    MimeMessage mail = new Kept(sender.getSession(), id);
    mail.setFrom(new InternetAddress(from));
    mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.address()));
    mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    mail.setText(letter.text(), StandardCharsets.UTF_8.name());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setSentDate(new Date());
    return mail;
  }

  private static NotCarried notCarried(MailSendException failure) {
    Exception cause = failure.getFailedMessages().values().stream().findFirst().orElse(failure);
    if (cause instanceof SendFailedException refused) {
      boolean unknown =
          refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
      return new NotCarried(unknown ? Fault.ADDRESS : Fault.REFUSED, unknown, failure);
    }
    return new NotCarried(Fault.CONNECT, false, failure);
  }

  private static Properties properties(Smtp server) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.auth", String.valueOf(!server.user().isBlank()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (server.security()) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    return properties;
  }

  private static final class Kept extends MimeMessage {

    private final String id;

    private Kept(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
