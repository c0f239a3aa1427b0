/** What a refused request is answered: a page with one sentence for people, problem details for programs. */
@NullMarked
package se.samlad.ground.web.refusal;

import org.jspecify.annotations.NullMarked;
