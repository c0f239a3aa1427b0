package se.samlad.ground.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction by telling PostgreSQL who acts, with settings that end with the transaction, so that a pooled connection
 * carries nothing over. Without an actor nothing is set and the policies show no row.
 */
class ActorTransactionManager extends JdbcTransactionManager {

  private static final String TELL = """
      select set_config('samlad.municipality', ?, true), set_config('samlad.actor', ?, true),
             set_config('samlad.user', ?, true), set_config('samlad.roles', ?, true),
             set_config('samlad.organisations', ?, true), set_config('samlad.coordinated', ?, true),
             set_config('samlad.groups', ?, true), set_config('samlad.areas', ?, true),
             set_config('samlad.whole_municipality', ?, true), set_config('samlad.link', ?, true)
      """;

  ActorTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connection, definition);
    Optional<Actor> actor = CurrentActor.find();
    if (actor.isPresent()) {
      tell(connection, actor.get());
    }
  }

  private static void tell(Connection connection, Actor actor) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TELL)) {
      UUID user = actor.user();
      String subject = actor.linkSubject();
      statement.setString(1, actor.municipality().toString());
      statement.setString(2, actor.kind().setting());
      statement.setString(3, user == null ? "" : user.toString());
      statement.setString(4, joined(actor.roles()));
      statement.setString(5, joined(actor.organisations()));
      statement.setString(6, joined(actor.coordinated()));
      statement.setString(7, joined(actor.groups()));
      statement.setString(8, joined(actor.areas()));
      statement.setString(9, Boolean.toString(actor.wholeMunicipality()));
      statement.setString(10, subject == null ? "" : subject);
      statement.execute();
    }
  }

  private static String joined(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
  }
}
