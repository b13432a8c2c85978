package licencehub.hub.http;

import java.security.cert.X509Certificate;
import licencehub.hub.copies.UseCopyMaker;
import licencehub.hub.files.Scratch;
import licencehub.hub.previews.Previews;
import licencehub.verification.FileVerifier;

/**
 * What licence files are verified and made with.
 *
 * @param verifier for files anybody brings, use copies of this hub among them
 * @param scratch where they stand meanwhile
 * @param copies makes use copies
 * @param anchor what use copies are trusted by
 * @param previews makes pictures of pages
 */
public record FileServices(
    FileVerifier verifier,
    Scratch scratch,
    UseCopyMaker copies,
    X509Certificate anchor,
    Previews previews) {}
