# From forms/screens/leave_members.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Members leave the group.

################################################################################
## Form generated from reading UI file 'leave_members.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import (RadioRow, TallRow)
from app.ui.widgets.designed_rows import DayRow

class Ui_LeaveMembersForm(object):
    def setupUi(self, LeaveMembersForm):
        if not LeaveMembersForm.objectName():
            LeaveMembersForm.setObjectName(u"LeaveMembersForm")
        self.grid = QGridLayout(LeaveMembersForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.who_row = RadioRow(LeaveMembersForm)
        self.who_row.setObjectName(u"who_row")
        self.who_row.setProperty(u"path", u"who")
        self.who_row.setMandatory(True)

        self.grid.addWidget(self.who_row, 0, 0, 1, 2)

        self.reason_row = RadioRow(LeaveMembersForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)

        self.grid.addWidget(self.reason_row, 1, 0, 1, 2)

        self.on_row = DayRow(LeaveMembersForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.note_row = TallRow(LeaveMembersForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(1000)
        self.note_row.setLines(2)

        self.grid.addWidget(self.note_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(LeaveMembersForm)

        QMetaObject.connectSlotsByName(LeaveMembersForm)
    # setupUi

    def retranslateUi(self, LeaveMembersForm):
        self.who_row.setCaption(QCoreApplication.translate("LeaveMembersForm", u"\u54ea\u4e9b\u6210\u5458", None))
        self.reason_row.setCaption(QCoreApplication.translate("LeaveMembersForm", u"\u9000\u51fa\u7684\u539f\u56e0", None))
        self.on_row.setCaption(QCoreApplication.translate("LeaveMembersForm", u"\u9000\u51fa\u65e5\u671f", None))
        self.note_row.setCaption(QCoreApplication.translate("LeaveMembersForm", u"\u60c5\u51b5\u8bf4\u660e", None))
        pass
    # retranslateUi
