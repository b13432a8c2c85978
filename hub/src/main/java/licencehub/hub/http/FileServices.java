package licencehub.hub.http;

import licencehub.hub.files.Scratch;
import licencehub.verification.FileVerifier;

/**
 * What licence files are verified with.
 *
 * @param verifier for files anybody brings
 * @param scratch where they stand meanwhile
 */
public record FileServices(FileVerifier verifier, Scratch scratch) {}
