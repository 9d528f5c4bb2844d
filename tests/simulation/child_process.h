// A process of its own, to be waited for or killed, and what it tells.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

namespace stakebook::simulation {

// A process of its own; its exit code is what `body` returns, 99 where it throws.
class Child {
 public:
  explicit Child(const std::function<int()>& body) : id_(::fork()) {
    if (id_ != 0) return;
    int code = 99;
    try {
      code = body();
    } catch (...) {
    }
    ::_exit(code);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (id_ > 0) kill_and_wait();
  }
  int wait() {
    int status = 0;
    ::waitpid(id_, &status, 0);
    id_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  void kill_and_wait() {
    ::kill(id_, SIGKILL);
    wait();
  }

 private:
  pid_t id_;
};

// Numbers that one process tells another.
class Pipe {
 public:
  Pipe() { REQUIRE(::pipe(ends_) == 0); }
  ~Pipe() {
    ::close(ends_[0]);
    ::close(ends_[1]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void tell(int number) const {
    if (::write(ends_[1], &number, sizeof number) != sizeof number) ::_exit(98);
  }
  // The last number told so far; `before` where there is none.
  int last(int before) const {
    ::fcntl(ends_[0], F_SETFL, O_NONBLOCK);
    while (::read(ends_[0], &before, sizeof before) == sizeof before) {
    }
    return before;
  }
  int next() const {
    int number = 0;
    REQUIRE(::read(ends_[0], &number, sizeof number) == sizeof number);
    return number;
  }

 private:
  int ends_[2];
};

}  // namespace stakebook::simulation
