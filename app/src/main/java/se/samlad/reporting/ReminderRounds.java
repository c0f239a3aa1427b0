package se.samlad.reporting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import se.samlad.ground.access.Municipalities;
import se.samlad.ground.access.Unit;
import se.samlad.ground.access.Units;
import se.samlad.ground.calendar.IsoWeek;
import se.samlad.ground.storage.Actor;
import se.samlad.ground.storage.MunicipalityId;
import se.samlad.ground.storage.Tenancy;
import se.samlad.reporting.jdbc.WeekStore;

/** Looks every five minutes whose week is about to close and who has not answered. A step that was missed by more than a day is let be. */
@Component
class ReminderRounds {

  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final Duration AT_LEAST_WITHIN = Duration.ofHours(24);

  private final Municipalities municipalities;
  private final Units units;
  private final Deadlines deadlines;
  private final Reminders reminders;
  private final WeekStore store;
  private final Tenancy tenancy;
  private final Clock clock;

  ReminderRounds(
      Municipalities municipalities,
      Units units,
      Deadlines deadlines,
      Reminders reminders,
      WeekStore store,
      Tenancy tenancy,
      Clock clock) {
    this.municipalities = municipalities;
    this.units = units;
    this.deadlines = deadlines;
    this.reminders = reminders;
    this.store = store;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  @Bean
  static RecurringTask<Void> reminderRound(ReminderRounds rounds) {
    return Tasks.recurring("reporting-reminders", FixedDelay.of(PAUSE))
        .execute((instance, context) -> rounds.round());
  }

  void round() {
    municipalities.inEach("reminding units", this::round);
  }

  void round(MunicipalityId municipality) {
    tenancy.as(Actor.system(municipality), () -> {
      Deadlines.Plan plan = deadlines.plan();
      List<Unit> all = units.list();
      IsoWeek thisWeek = IsoWeek.of(clock.instant());
      for (IsoWeek week : List.of(thisWeek.plus(-1), thisWeek)) {
        Set<UUID> answered = store.answered(week);
        all.stream()
            .filter(unit -> !answered.contains(unit.id()))
            .filter(unit -> isAsked(unit, week) && !plan.paused().holds(unit.organisation(), week))
            .forEach(unit -> remind(unit, week, plan.of(unit, week)));
      }
    });
  }

  private void remind(Unit unit, IsoWeek week, Deadlines.Due due) {
    Instant now = clock.instant();
    if (!due.reminds()) {
      return;
    }
    if (!now.isBefore(due.remindAt()) && now.isBefore(due.at())) {
      reminders.remind(unit, week, due, Reminders.Step.BEFORE);
    } else if (!now.isBefore(due.at()) && now.isBefore(due.at().plus(AT_LEAST_WITHIN))) {
      reminders.remind(unit, week, due, Reminders.Step.AT);
    }
  }

  private static boolean isAsked(Unit unit, IsoWeek week) {
    return !unit.activeFrom().isAfter(week.sunday())
        && (unit.activeTo() == null || !unit.activeTo().isBefore(week.monday()));
  }
}
