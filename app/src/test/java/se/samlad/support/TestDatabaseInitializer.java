package se.samlad.support;

import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import se.samlad.ground.storage.DatabaseRoles;

/** Points the application at a fresh copy of the migrated database. */
public class TestDatabaseInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestDatabase.Database database = TestDatabase.fresh();
    TestPropertyValues.of(Map.of(
            "spring.datasource.url", database.url(),
            "spring.datasource.username", DatabaseRoles.WEB,
            "spring.datasource.password", database.webPassword(),
            "spring.flyway.url", database.url(),
            "spring.flyway.user", DatabaseRoles.OWNER,
            "spring.flyway.password", database.ownerPassword()))
        .applyTo(context);
    context.getBeanFactory().registerSingleton("testDatabase", database);
  }
}
