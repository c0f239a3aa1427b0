/** What the group has done with what it saw: problems taken up, measures agreed, committed, carried out and judged. */
@NullMarked
package se.samlad.demo.work;

import org.jspecify.annotations.NullMarked;
