package se.samlad.ground.storage;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The web pool's transactions carry the actor. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new ActorTransactionManager(dataSource);
  }
}
