package se.samlad.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import se.samlad.Samlad;
import se.samlad.ground.storage.ConsoleCommand;
import se.samlad.intake.ImportWork;
import se.samlad.support.TestDatabaseInitializer;

/** Commands open the application without its web server: whatever needs one must say so, or no command works at all. */
@SpringBootTest(
    classes = Samlad.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "db-scheduler.enabled=false",
      "spring.modulith.republish-outstanding-events-on-restart=false"
    })
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
class WithoutWebServerTest {

  @Autowired
  ApplicationContext context;

  @Test
  void applicationOpensForACommand() {
    assertThat(context.getBean(ImportWork.class)).isNotNull();
    assertThat(ServiceLoader.load(ConsoleCommand.class)).isNotEmpty();
  }
}
