package se.samlad.reporting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.ground.audit.Audit;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.CurrentActor;
import se.samlad.ground.storage.InputProblem;
import se.samlad.ground.storage.InvalidInput;
import se.samlad.ground.storage.Refused;
import se.samlad.ground.storage.Tenancy;

/**
 * Takes in the reports of a phone that can no longer send, under the ids they have there: what the phone has sent or sends after all is not
 * doubled. They are received in the name of the organisation's coordinator, as a file proves nothing about who wrote it. One report that
 * cannot be taken stops none of the others.
 */
@Service
public class QueueFiles {

  private final Reports reports;
  private final SubmissionReader reader;
  private final Tenancy tenancy;
  private final Audit audit;

  QueueFiles(Reports reports, SubmissionReader reader, Tenancy tenancy, Audit audit) {
    this.reports = reports;
    this.reader = reader;
    this.tenancy = tenancy;
    this.audit = audit;
  }

  /** How it went with a report. */
  public enum Result {
    RECEIVED,
    BEFORE,
    NOT_TAKEN
  }

  /**
   * A report of the file.
   *
   * @param why what stood in the way, when it was not taken
   */
  public record Line(
      String reference, Result result, @Nullable InputProblem why) {}

  /** Takes in the file for one of the coordinator's organisations. */
  public List<Line> take(byte[] file, UUID organisation) {
    Actor actor = CurrentActor.get();
    if (!actor.coordinates(organisation)) {
      throw new InvalidInput("organisation", "input.organisation.unknown");
    }
    QueueFile queue = QueueFile.read(file);
    List<Line> lines =
        queue.reports().stream().map(each -> take(each, organisation)).toList();
    tenancy.as(
        actor,
        () -> audit.record(
            "report.file", "organisation", organisation, Map.of("reports", lines.size())));
    return lines;
  }

  private Line take(QueueFile.Written written, UUID organisation) {
    String reference = Reference.of(written.id());
    try {
      Submission submission = owned(reader.read(written.body()), organisation);
      Receipt receipt = reports.receive(written.id(), written.body(), submission, "IMPORT");
      return new Line(reference, receipt.first() ? Result.RECEIVED : Result.BEFORE, null);
    } catch (InvalidInput invalid) {
      return new Line(reference, Result.NOT_TAKEN, invalid.problems().getFirst());
    } catch (Refused refused) {
      InputProblem why =
          InputProblem.of("", refused.messageKey(), refused.arguments().toArray());
      return new Line(reference, Result.NOT_TAKEN, why);
    }
  }

  private static Submission owned(Submission said, UUID organisation) {
    if (said.organisation() != null) {
      return said;
    }
    return switch (said) {
      case Submission.Incidents incidents ->
        new Submission.Incidents(organisation, incidents.incidents());
      case Submission.Nothing nothing ->
        new Submission.Nothing(organisation, nothing.period(), nothing.unit(), nothing.area());
    };
  }
}
