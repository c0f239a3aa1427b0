package se.samlad.ground.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.samlad.ground.storage.Role;

/**
 * The roles that may call a controller or one of its methods; one of them is enough, and the method's own annotation decides over the
 * class's. Without any annotation everybody signed in may call. Whoever lacks the role gets 403 and learns who can give it.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresRole {
  Role[] value();
}
