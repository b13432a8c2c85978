package licencehub.model.event;

/** What one event does to a matter that is followed up: feedback, or a scan taken on trust. */
public enum FollowUpMove {
  /** It is brought up. */
  OPENS,
  /** Somebody said something, and it stays open. */
  GOES_ON,
  /** Its last day is moved. */
  EXTENDS,
  /** Its last day is near. */
  REMINDS,
  /** Its last day has passed. */
  WARNS,
  /** It is over. */
  SETTLES
}
