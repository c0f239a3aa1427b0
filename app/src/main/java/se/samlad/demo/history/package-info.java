/** What happened in the town: reported incidents, answers of the units and recorded crime, pure and seeded. */
@NullMarked
package se.samlad.demo.history;

import org.jspecify.annotations.NullMarked;
