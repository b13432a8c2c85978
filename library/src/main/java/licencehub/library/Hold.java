package licencehub.library;

/**
 * That one hub holds a lease, from when it got it until another does. Whatever is written under it
 * is refused once another hub has taken over.
 *
 * @param lease its name
 * @param epoch counts up each time somebody gets it
 */
public record Hold(String lease, long epoch) {}
