package se.samlad.ground.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import se.samlad.ground.storage.InstallationKeys;
import se.samlad.ground.storage.MunicipalityId;

/** Tells a shared phone again: municipality and phone, signed by this installation, in a cookie no script reads. */
@Component
class PhoneCookie {

  private static final String NAME = "samlad-telefon";
  private static final String DEVICE_KEY = "device";
  private static final Duration LASTS = Duration.ofDays(400);

  private final InstallationKeys keys;

  PhoneCookie(InstallationKeys keys) {
    this.keys = keys;
  }

  /** A phone of a municipality. */
  record Phone(MunicipalityId municipality, UUID id) {}

  Optional<Phone> of(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    String[] parts = cookie == null ? new String[0] : cookie.getValue().split("\\.", -1);
    if (parts.length != 3 || !signed(parts[0] + "." + parts[1], parts[2])) {
      return Optional.empty();
    }
    return Optional.of(new Phone(MunicipalityId.parse(parts[0]), UUID.fromString(parts[1])));
  }

  /** The phone of the municipality, made known to the browser when it is new; another municipality's is replaced. */
  Phone keep(
      MunicipalityId municipality, HttpServletRequest request, HttpServletResponse response) {
    Optional<Phone> known = of(request).filter(phone -> phone.municipality().equals(municipality));
    if (known.isPresent()) {
      return known.get();
    }
    Phone fresh = new Phone(municipality, UUID.randomUUID());
    String said = municipality + "." + fresh.id();
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, said + "." + signature(said))
            .path("/rapportera")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(LASTS)
            .build()
            .toString());
    return fresh;
  }

  private boolean signed(String said, String signature) {
    return MessageDigest.isEqual(
        signature(said).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.US_ASCII));
  }

  private String signature(String said) {
    return HexFormat.of().formatHex(Arrays.copyOf(keys.hmac(DEVICE_KEY, said), 16));
  }
}
