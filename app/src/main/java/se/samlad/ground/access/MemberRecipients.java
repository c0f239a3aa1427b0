package se.samlad.ground.access;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.ground.dispatch.Recipients;

/** Addresses of members whose account is open at the moment a letter goes out. */
@Component
class MemberRecipients implements Recipients {

  private final JdbcClient db;

  MemberRecipients(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Optional<Recipient> find(UUID member) {
    return db.sql("""
            select c.email, m.language
              from samlad.member m
              join samlad.member_contact c on c.municipality_id = m.municipality_id and c.member_id = m.member_id
             where m.member_id = :member and m.active
            """)
        .param("member", member)
        .query((row, n) -> new Recipient(row.getString(1), Locale.of(row.getString(2))))
        .optional();
  }
}
