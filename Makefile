# repose: make, make run, make test, make san, make lint, make screenshots, make bench, make pot, make install.
#
# Each room of src/ becomes one archive, its sources found by wildcard. A program or a test links the archives from
# its room downwards, so what a test of core/ needs from outside shows at link time.

BUILD ?= build
PREFIX ?= /usr/local
VERSION := 0.1.0

# Written by data/setup.sh, which installs what is missing to build; make reads itself again after it.
ifeq ($(filter clean help,$(MAKECMDGOALS)),)
include build/config.mk
endif

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
        -Wold-style-definition -Wformat=2 -Wundef -Wcast-qual -Wwrite-strings -Wvla -Wdouble-promotion
OPTIMISE ?= -O2
CFLAGS ?= -g $(OPTIMISE)
ALL_CFLAGS = -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE $(CFLAGS) $(WARN) $(WERROR) $(SANITIZE) -Isrc
DEPEND = -MMD -MP

# From the top downwards: a room may use those behind it.
ROOMS := cli app run report draw sound store files core base
LIBS_base := jansson
LIBS_files := libconfig
LIBS_store := sqlite3
LIBS_sound := sdl2 SDL2_mixer sndfile
LIBS_draw := cairo pangocairo
LIBS_report := cairo
LIBS_app := sdl2 cairo pangocairo
flags_of = $(foreach lib,$(LIBS_$(1)),$(CFLAGS_$(lib)))
libs_of = $(foreach lib,$(sort $(foreach room,$(1),$(LIBS_$(room)))),$(LDLIBS_$(lib))) -lm

objects_of = $(patsubst src/%.c,$(BUILD)/obj/%.o,$(wildcard src/$(1)/*.c))
archives_of = $(foreach room,$(1),$(if $(wildcard src/$(room)/*.c),$(BUILD)/lib$(room).a))
REPOSE := $(BUILD)/repose
PLAYER := $(BUILD)/repose-player

# The languages other than English; where gettext's tools are absent there are none.
LANGUAGES := $(if $(shell command -v msgfmt),$(patsubst po/%.po,%,$(wildcard po/*.po)))
CATALOGUES := $(LANGUAGES:%=$(BUILD)/locale/%/LC_MESSAGES/repose.mo)

.PHONY: all catalogues programs run test san lint screenshots bench pot format install uninstall clean help FORCE
all: $(REPOSE) $(PLAYER) catalogues

# What a test of a room links: the room and all below it (adapter rooms are no business of each other).
BELOW_base := base
BELOW_core := core base
BELOW_files := files core base
BELOW_store := store core base
BELOW_sound := sound core base
BELOW_draw := draw core base
BELOW_report := report draw core base
BELOW_run := run sound store files core base
BELOW_cli := cli run report draw sound store files core base
BELOW_app := app run report draw sound store files core base
# And the rooms whose libraries it gets: those of core get none, so that the linker proves that core needs none.
$(foreach room,$(ROOMS),$(eval TESTLIBS_$(room) := $(if $(filter core,$(room)),,$(BELOW_$(room)))))

# Two programs: what can be seen or heard is in the player, and repose becomes it when that is asked for. repose links
# neither sound nor pictures, so that the linker proves that no other command waits for their libraries.
PLAIN := cli run store files core base
$(REPOSE): $(BUILD)/obj/main.o $(BUILD)/obj/program.o $(call archives_of,$(PLAIN))
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call libs_of,$(PLAIN))
$(PLAYER): $(BUILD)/obj/player.o $(BUILD)/obj/program.o $(call archives_of,$(ROOMS))
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(call libs_of,$(ROOMS))

define room_rules
$(BUILD)/obj/$(1)/%.o: src/$(1)/%.c | build/config.mk
	@mkdir -p $$(@D)
	$$(CC) $$(ALL_CFLAGS) $$(call flags_of,$(1)) $$(DEPEND) -c -o $$@ $$<
$(BUILD)/lib$(1).a: $(call objects_of,$(1))
	@rm -f $$@
	$$(AR) rcs $$@ $$^
$(BUILD)/tests/$(1)/%: tests/$(1)/%.c $(wildcard tests/*.h) $(call archives_of,$(BELOW_$(1)))
	@mkdir -p $$(@D)
	$$(CC) $$(ALL_CFLAGS) -Itests $$(call flags_of,$(1)) $$(DEPEND) -o $$@ $$< \
	    $$(shell sed -n 's,^// wrap: ,,p' $$< | sed 's/\([^ ]*\)/-Wl,--wrap=\1/g') \
	    $(call archives_of,$(BELOW_$(1))) $$(call libs_of,$$(TESTLIBS_$(1))) -lcmocka
endef
$(foreach room,$(ROOMS),$(eval $(call room_rules,$(room))))

$(patsubst src/%.c,$(BUILD)/obj/%.o,$(wildcard src/*.c)): $(BUILD)/obj/%.o: src/%.c | build/config.mk
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -DREPOSE_VERSION='"$(VERSION)"' $(DEPEND) -c -o $@ $<

build/config.mk: data/setup.sh
	@mkdir -p build
	sh data/setup.sh build build/config.mk

catalogues: $(CATALOGUES)
	@test -n "$(CATALOGUES)" || echo 'no msgfmt (package gettext) here: repose speaks English alone' >&2
$(BUILD)/locale/%/LC_MESSAGES/repose.mo: po/%.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

# Run after a text has changed; docs/translating.md tells the rest.
pot:
	sh data/pot.sh po/repose.pot
	for file in po/*.po; do msgmerge --quiet --update --backup=none --previous $$file po/repose.pot; done

run: all
	sh data/run.sh $(REPOSE)

TESTS := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/*/test_*.c))
tools: FORCE
	@sh data/setup.sh tests
$(TESTS): | tools
programs: all $(TESTS)
test: tools programs
	@BUILD=$(BUILD) sh tests/run.sh $(TESTS)

san:
	$(MAKE) BUILD=build/san SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer" OPTIMISE=-O1 test

lint: tools
	sh tests/layers.sh
	sh tests/lint.sh

# Every screen as a picture, without a display: make screenshots [SHOTS=all] [SCREENS="first pause"]
screenshots: tools catalogues
	@$(MAKE) --no-print-directory BUILD=$(BUILD) $(BUILD)/tests/app/screenshots
	$(BUILD)/tests/app/screenshots $(BUILD)/screenshots . $(BUILD)/locale $(SHOTS) $(SCREENS)

# What it costs, beside the least that such a window can cost: make bench [N=starts] [LONG=1]
bench: $(REPOSE) $(PLAYER)
	@sh data/setup.sh bench && $(MAKE) --no-print-directory BUILD=$(BUILD) $(BUILD)/bench/floor $(BUILD)/bench/xwatch
	@python3 -B tests/bench/bench.py $(REPOSE) $(BUILD)/bench $(if $(N),--starts $(N)) $(if $(LONG),--long)
LIBS_floor := sdl2 SDL2_mixer
LDLIBS_xwatch := -lXdamage -lX11
$(BUILD)/bench/%: tests/bench/%.c | build/config.mk
	mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) $(call flags_of,$*) -o $@ $< $(call libs_of,$*) $(LDLIBS_$*)

format:
	clang-format -i $$(git ls-files 'src/*.c' 'src/*.h' 'tests/*.c' 'tests/*.h')

install: all
	sh data/install.sh $(BUILD) $(DESTDIR)$(PREFIX)

uninstall:
	sh data/install.sh --remove $(DESTDIR)$(PREFIX)

clean:
	rm -rf build

help:
	@sed -n '1s/^# //p' Makefile

FORCE:
-include $(shell find $(BUILD)/obj $(BUILD)/tests -name '*.d' 2>/dev/null)
