package licencehub.hub.http;

import licencehub.hub.access.Caller;

/** What a request says about who sends it. */
sealed interface Identity {
  /** Somebody, or anyone when nothing is claimed. */
  record Known(Caller caller) implements Identity {}

  /** It claims to be somebody and cannot show it. */
  record Unknown() implements Identity {}
}
