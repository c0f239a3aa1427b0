package se.samlad.intake.feed;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.Tenancy;

/** Keys that other systems gave us. Only the system reads one, when it calls; no page shows it again. */
@Component
public class FeedSecrets {

  private final JdbcClient db;
  private final Tenancy tenancy;

  FeedSecrets(JdbcClient db, Tenancy tenancy) {
    this.db = db;
    this.tenancy = tenancy;
  }

  /** Keeps a key in place of the one before. */
  public void keep(UUID feed, String secret) {
    tenancy.as(
        system(), () -> db.sql("""
            insert into samlad.feed_secret (municipality_id, feed_id, secret) values (samlad.municipality(), :feed, :secret)
            on conflict (municipality_id, feed_id) do update set secret = excluded.secret
            """).param("feed", feed).param("secret", secret).update());
  }

  public boolean has(UUID feed) {
    return find(feed).isPresent();
  }

  public Optional<String> find(UUID feed) {
    return tenancy.readAs(
        system(),
        () -> db.sql("select secret from samlad.feed_secret where feed_id = :feed")
            .param("feed", feed)
            .query(String.class)
            .optional());
  }

  private static Actor system() {
    return Actor.system(CurrentActor.get().municipality());
  }
}
