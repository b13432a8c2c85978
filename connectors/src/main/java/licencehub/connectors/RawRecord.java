package licencehub.connectors;

/**
 * One record as it came, before anything about it is believed.
 *
 * @param bytes the exact bytes; kept for good if the record is quarantined
 * @param mediaType what the transport says they are, for example {@code application/json}
 * @param locator where they stood, for people: {@code EA_JC_STEP_PROC[SN=3]}, {@code a.ndjson#17};
 *     never personal data
 */
public record RawRecord(byte[] bytes, String mediaType, String locator) {}
