package licencehub.connectors.files;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is, how to log in, and how to know it is the right one.
 *
 * @param knownHostsFile either this or {@code fingerprint} is there
 * @param timeout for each network operation
 */
record SftpSettings(
    String host,
    int port,
    String user,
    @Nullable String passwordFile,
    @Nullable String keyFile,
    @Nullable String keyPasswordFile,
    @Nullable String knownHostsFile,
    @Nullable String fingerprint,
    String folder,
    Duration timeout) {}
