/** How a municipality begins: its name, areas, catalogue, organisations, groups and first administrator. */
@NullMarked
package se.samlad.desk.founding;

import org.jspecify.annotations.NullMarked;
