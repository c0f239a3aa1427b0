package se.samlad.analysis.effect;

import java.util.Optional;

/**
 * What is compared with what: target, its control, and where wanted the buffer and its own control (Swedish: upplägg för
 * uppföljning, med målområde, buffert och jämförelseområden).
 *
 * <p>Control, buffer and periods are chosen before looking at the figures, and a control does not touch the buffer. A
 * buffer without a control of its own shares the target's; the shared counts then enter twice.
 *
 * @param target where the measure was carried out
 * @param control a comparison area for the target
 * @param buffer where problems could move to
 * @param bufferControl a comparison area for the buffer; empty with a buffer: the control is shared
 */
public record EffectDesign(
    BeforeAfter target,
    BeforeAfter control,
    Optional<BeforeAfter> buffer,
    Optional<BeforeAfter> bufferControl) {
  public EffectDesign {
    if (buffer.isEmpty() && bufferControl.isPresent()) {
      throw new IllegalArgumentException("a control for a buffer that is not there");
    }
  }

  public static EffectDesign withoutBuffer(BeforeAfter target, BeforeAfter control) {
    return new EffectDesign(target, control, Optional.empty(), Optional.empty());
  }

  /** One control for both target and buffer. */
  public static EffectDesign sharedControl(
      BeforeAfter target, BeforeAfter control, BeforeAfter buffer) {
    return new EffectDesign(target, control, Optional.of(buffer), Optional.empty());
  }

  public static EffectDesign ownControls(
      BeforeAfter target, BeforeAfter control, BeforeAfter buffer, BeforeAfter bufferControl) {
    return new EffectDesign(target, control, Optional.of(buffer), Optional.of(bufferControl));
  }

  public boolean controlIsShared() {
    return buffer.isPresent() && bufferControl.isEmpty();
  }

  /** The control that the buffer is compared with. */
  BeforeAfter controlOfBuffer() {
    return bufferControl.orElse(control);
  }
}
