/** Files dropped into a folder, on this machine or on an SFTP server. */
@NullMarked
package licencehub.connectors.files;

import org.jspecify.annotations.NullMarked;
