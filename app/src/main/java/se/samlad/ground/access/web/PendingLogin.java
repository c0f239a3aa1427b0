package se.samlad.ground.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samlad.ground.access.proof.Logins.Account;
import se.samlad.ground.storage.MunicipalityId;

/** Somebody whose password was right and who has more to do: choose a municipality, or show a second factor. Lives ten minutes. */
record PendingLogin(List<Account> accounts, String till, Instant since) {

  private static final String ATTRIBUTE = "samlad.pending";
  private static final Duration LIVES = Duration.ofMinutes(10);

  /** Begins a new session, so that what was planted before the password means nothing after it. */
  void keep(HttpServletRequest request) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setMaxInactiveInterval((int) LIVES.toSeconds());
    List<String> parts = new ArrayList<>(List.of(Long.toString(since.getEpochSecond()), till));
    accounts.forEach(account -> parts.add(account.municipality() + " " + account.member()));
    session.setAttribute(ATTRIBUTE, String.join("\n", parts));
  }

  static Optional<PendingLogin> find(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
      return Optional.empty();
    }
    List<String> parts = text.lines().toList();
    Instant since = Instant.ofEpochSecond(Long.parseLong(parts.getFirst()));
    if (now.isAfter(since.plus(LIVES))) {
      return Optional.empty();
    }
    List<Account> accounts = parts.stream()
        .skip(2)
        .map(part -> part.split(" ", 2))
        .map(ids -> new Account(MunicipalityId.parse(ids[0]), UUID.fromString(ids[1])))
        .toList();
    return Optional.of(new PendingLogin(accounts, parts.get(1), since));
  }
}
