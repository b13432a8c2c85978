package licencehub.verification.file;

/**
 * What a file may be at most.
 *
 * @param bytes the whole file
 * @param entries entries of a package, or objects of a PDF in hundreds
 * @param entryBytes one entry, unpacked
 * @param ratio how many times its packed size anything may unpack to
 * @param depth nesting of XML
 * @param signatures how many signatures or seals
 */
public record FileBounds(
    long bytes, int entries, long entryBytes, int ratio, int depth, int signatures) {}
