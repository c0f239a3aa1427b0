package se.samlad.situation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A picture was signed: its figures and text stand.
 *
 * @param coveredFrom first day it tells about
 * @param coveredTo last day, included
 */
public record SituationPictureSigned(
    UUID municipality, UUID picture, UUID group, LocalDate coveredFrom, LocalDate coveredTo) {}
