/** Who takes part in the demo: organisations, units, groups, members, areas and calendar. */
@NullMarked
package se.samlad.demo.people;

import org.jspecify.annotations.NullMarked;
