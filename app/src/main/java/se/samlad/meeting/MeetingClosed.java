package se.samlad.meeting;

import java.util.UUID;

/** A meeting was closed and its minutes are frozen. */
public record MeetingClosed(UUID municipality, UUID meeting, UUID group) {}
