#pragma once

namespace potstill {

/// Sets how long OpenMP threads spin before they sleep between parallel loops, unless the environment says otherwise. GNU's OpenMP reads it while the program is loaded,
/// so the program starts itself once more. Through settleProcess().
///
/// Measured on the demo's network, two cores (training and sampling images/s): no spinning 304 and 1039, this 504 and 1746, the library's default 446 and 1605. The default also spins for
/// milliseconds, which brings two threads down to a crawl when other work shares the cores.
void limitOpenMpSpinning(char** argv);

}  // namespace potstill
