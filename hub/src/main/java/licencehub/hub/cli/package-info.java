/**
 * The command line: data on standard output, talk on standard error, fixed exit codes. May not
 * hold: wiring; what needs a running hub asks it over HTTP like anybody else.
 */
@NullMarked
package licencehub.hub.cli;

import org.jspecify.annotations.NullMarked;
