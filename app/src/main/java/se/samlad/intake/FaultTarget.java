package se.samlad.intake;

/** Where fault reports of other systems end up; an upper module implements it. */
public interface FaultTarget {

  /**
   * Takes the fault in as a report, in a transaction of its own; doing it again changes nothing.
   *
   * @throws se.samlad.ground.storage.InvalidInput when a field cannot be taken; nothing is written
   */
  void take(Fault fault);
}
