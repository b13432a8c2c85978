/**
 * What has to stand before the play begins: the authority and everybody's certificates, the
 * configuration of the hub, the servers of the departments, and the hub as a process of its own.
 */
@NullMarked
package licencehub.demo.stage;

import org.jspecify.annotations.NullMarked;
