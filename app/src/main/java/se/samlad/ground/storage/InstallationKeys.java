package se.samlad.ground.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keyed hashes with the keys of this installation, which lie in the database and are backed up with it. */
@Component
public class InstallationKeys {

  /** Tells a repeated report body from another. */
  public static final String REPORT_BODY = "report-body";

  /** Finds an account by e-mail without keeping the address in reach. */
  public static final String LOGIN_EMAIL = "login-email";

  /** Signs single-purpose links. */
  public static final String SIGNED_LINK = "signed-link";

  private final JdbcClient db;
  private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

  InstallationKeys(JdbcClient db) {
    this.db = db;
  }

  /** HMAC-SHA256 of the bytes, 32 bytes. */
  public byte[] hmac(String key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys.computeIfAbsent(key, this::read), "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every Java", e);
    }
  }

  public byte[] hmac(String key, String text) {
    return hmac(key, text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] read(String key) {
    return db.sql("select secret from drift.installation_key where name = :name")
        .param("name", key)
        .query(byte[].class)
        .single();
  }
}
