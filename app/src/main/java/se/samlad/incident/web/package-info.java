/** The inbox (/handelser), an incident's page, review of texts and its handing over, and the export of what is listed. */
@NullMarked
package se.samlad.incident.web;

import org.jspecify.annotations.NullMarked;
