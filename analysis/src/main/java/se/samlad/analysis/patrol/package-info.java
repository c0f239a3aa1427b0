/** Where the evening's cars and crews do most good: visits, shifts and routes (Swedish: kvällens pass). */
@NullMarked
package se.samlad.analysis.patrol;

import org.jspecify.annotations.NullMarked;
