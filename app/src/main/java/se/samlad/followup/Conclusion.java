package se.samlad.followup;

import java.time.Instant;
import se.samlad.analysis.Certainty;
import se.samlad.analysis.effect.Verdict;

/**
 * What the system said when people concluded the measure, kept beside their own judgement.
 *
 * @param movement MOVED, NO_VISIBLE_MOVE, UNDECIDED or NOT_ASKED
 * @param targetBefore incidents at the place before, and the like for the other three zones
 */
public record Conclusion(
    Verdict.Effect effect,
    Movement movement,
    Certainty certainty,
    int weeks,
    int targetBefore,
    int targetAfter,
    int bufferBefore,
    int bufferAfter,
    int controlBefore,
    int controlAfter,
    int controlBufferBefore,
    int controlBufferAfter,
    Instant asOf) {

  /** The word on the surroundings. */
  public enum Movement {
    MOVED,
    NO_VISIBLE_MOVE,
    UNDECIDED,
    NOT_ASKED;

    static Movement of(Verdict.Movement movement) {
      return switch (movement) {
        case Verdict.Movement.Moved moved -> MOVED;
        case Verdict.Movement.NoVisibleMove none -> NO_VISIBLE_MOVE;
        case Verdict.Movement.MoveUndecided undecided -> UNDECIDED;
        case Verdict.Movement.NotAsked notAsked -> NOT_ASKED;
        case Verdict.Movement.NotMeasured notMeasured -> NOT_ASKED;
      };
    }
  }

  static Conclusion of(Evaluation evaluation) {
    Zone target = evaluation.zone(Zone.Part.TARGET);
    Zone buffer = evaluation.zone(Zone.Part.BUFFER);
    Zone control = evaluation.zone(Zone.Part.CONTROL);
    Zone controlBuffer = evaluation.zone(Zone.Part.CONTROL_BUFFER);
    return new Conclusion(
        evaluation.verdict().effect(),
        Movement.of(evaluation.verdict().movement()),
        evaluation.certainty(),
        evaluation.weeks(),
        target.sumBefore(),
        target.sumAfter(),
        buffer.sumBefore(),
        buffer.sumAfter(),
        control.sumBefore(),
        control.sumAfter(),
        controlBuffer.sumBefore(),
        controlBuffer.sumAfter(),
        evaluation.asOf());
  }
}
