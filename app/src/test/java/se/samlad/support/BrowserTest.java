package se.samlad.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import se.samlad.Samlad;

/**
 * A test that walks through the pages with a real browser: the whole application on a free port of 127.0.0.1 and a real, migrated
 * PostgreSQL. Inject {@link Doors} to make visits. All such tests share one application; each founds a town of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
    classes = Samlad.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.address=127.0.0.1")
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
@Import(Doors.class)
public @interface BrowserTest {}
