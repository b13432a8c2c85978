package licencehub.connectors;

import licencehub.model.Text;

/**
 * A message that a broker has given up delivering.
 *
 * @param cause why, as far as the broker tells
 */
public record DeadLetter(RawRecord record, Text cause) {}
