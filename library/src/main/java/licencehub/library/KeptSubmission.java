package licencehub.library;

import licencehub.model.ledger.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * One filed submission with all that speaks for it.
 *
 * @param original the exact bytes received
 * @param mediaType what they claimed to be
 * @param report what the verification found when they came: a line for policy and moment, then one
 *     for each check; null where the source is trusted by its channel
 * @param receipt the first one, as the sender got it
 */
public record KeptSubmission(
    HistoryEntry event,
    byte[] original,
    String mediaType,
    @Nullable String report,
    Receipt receipt) {}
