package se.samlad.ground.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.security.web.authentication.SpringSessionRememberMeServices;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.MunicipalityId;

/** Lets members in and out: a new session id at login, a dead session at logout. The browser's stores are never wiped: unsent reports lie there. */
@Component
public class Door {

  /** What the member's own list of sessions calls this one. */
  public static final String DEVICE_NAME = "samlad.device";

  private final Clock clock;

  Door(Clock clock) {
    this.clock = clock;
  }

  /** How somebody came in. */
  public enum Way {
    PASSWORD_ALONE(false, false, false),
    REPORTERS_PHONE(false, true, false),
    SHARED_PHONE(false, true, false),
    SECOND_FACTOR(true, false, false),
    PASSKEY(true, false, false),
    ROLE_CARD(true, false, true);

    private final boolean secondFactor;
    private final boolean device;
    private final boolean demo;

    Way(boolean secondFactor, boolean device, boolean demo) {
      this.secondFactor = secondFactor;
      this.device = device;
      this.demo = demo;
    }
  }

  /** Ends whatever session there was and begins one that belongs to the member. */
  public void open(HttpServletRequest request, MunicipalityId municipality, UUID member, Way way) {
    open(request, municipality, member, way, clock.instant());
  }

  /** A member comes back on a shared phone by a PIN: sends and sees statuses from the first moment, never more, until thirty days after the login. */
  public void openByPin(
      HttpServletRequest request, MunicipalityId municipality, UUID member, Instant since) {
    open(request, municipality, member, Way.SHARED_PHONE, since.minus(SessionMark.DEVICE_READS));
  }

  private void open(
      HttpServletRequest request,
      MunicipalityId municipality,
      UUID member,
      Way way,
      Instant since) {
    close(request);
    SessionMark mark =
        new SessionMark(municipality, member, way.secondFactor, way.device, way.demo, since);
    if (way.device) {
      request.setAttribute(SpringSessionRememberMeServices.REMEMBER_ME_LOGIN_ATTR, true);
    }
    HttpSession session = request.getSession(true);
    Duration idle = way.device ? SessionMark.DEVICE : SessionMark.IDLE;
    session.setMaxInactiveInterval((int) idle.toSeconds());
    session.setAttribute(SessionMark.ATTRIBUTE, mark.encode());
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, member.toString());
    session.setAttribute(DEVICE_NAME, deviceName(request.getHeader("User-Agent")));
  }

  public void close(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Kind of device and no more: {@code telefon}, {@code dator} or {@code annat}. */
  private static String deviceName(String userAgent) {
    if (userAgent == null) {
      return "annat";
    }
    return userAgent.contains("Mobi") ? "telefon" : "dator";
  }
}
