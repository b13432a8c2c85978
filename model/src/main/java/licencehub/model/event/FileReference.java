package licencehub.model.event;

import licencehub.model.Digest;

/**
 * The file of a licence, as its event refers to it: sent to the hub before the event.
 *
 * @param digest SHA-256 of the whole file
 * @param mediaType application/ofd or application/pdf
 * @param size in bytes
 */
public record FileReference(Digest digest, String mediaType, long size) {}
