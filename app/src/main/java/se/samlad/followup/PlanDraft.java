package se.samlad.followup;

import java.time.LocalDate;

/**
 * A plan as chosen in a form.
 *
 * @param effectOn a day in the week the measure took effect
 * @param control what the comparison place is called
 * @param controlEasting metres, SWEREF 99 TM
 */
public record PlanDraft(
    LocalDate effectOn,
    int weeks,
    int bufferMeters,
    String control,
    double controlEasting,
    double controlNorthing) {}
