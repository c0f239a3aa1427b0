package se.samlad.ground.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import se.samlad.support.SamladTest;

/** A test of the doors: the whole application with every filter, and a few pages of the test's own behind them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SamladTest
@AutoConfigureMockMvc
@Import({Neighbourhood.class, Browser.class, SignedInPages.class})
@interface AccessTest {}
