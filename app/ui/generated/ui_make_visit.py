# From forms/screens/make_visit.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What a visit found.

################################################################################
## Form generated from reading UI file 'make_visit.ui'
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
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_MakeVisitForm(object):
    def setupUi(self, MakeVisitForm):
        if not MakeVisitForm.objectName():
            MakeVisitForm.setObjectName(u"MakeVisitForm")
        self.grid = QGridLayout(MakeVisitForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.kept_row = RadioRow(MakeVisitForm)
        self.kept_row.setObjectName(u"kept_row")
        self.kept_row.setProperty(u"path", u"kept")
        self.kept_row.setMandatory(True)

        self.grid.addWidget(self.kept_row, 0, 0, 1, 2)

        self.on_row = DayRow(MakeVisitForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.method_row = ChoiceRow(MakeVisitForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 1, 1, 1, 1)

        self.whom_row = TextRow(MakeVisitForm)
        self.whom_row.setObjectName(u"whom_row")
        self.whom_row.setProperty(u"path", u"whom")
        self.whom_row.setMandatory(True)
        self.whom_row.setLimit(100)

        self.grid.addWidget(self.whom_row, 2, 0, 1, 1)

        self.by_row = TextRow(MakeVisitForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.purpose_row = TextRow(MakeVisitForm)
        self.purpose_row.setObjectName(u"purpose_row")
        self.purpose_row.setProperty(u"path", u"purpose")
        self.purpose_row.setMandatory(True)
        self.purpose_row.setLimit(500)

        self.grid.addWidget(self.purpose_row, 3, 0, 1, 2)

        self.text_row = TallRow(MakeVisitForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setMandatory(True)
        self.text_row.setLimit(2000)
        self.text_row.setLines(3)

        self.grid.addWidget(self.text_row, 4, 0, 1, 2)

        self.satisfied_row = RadioRow(MakeVisitForm)
        self.satisfied_row.setObjectName(u"satisfied_row")
        self.satisfied_row.setProperty(u"path", u"satisfied")

        self.grid.addWidget(self.satisfied_row, 5, 0, 1, 1)

        self.hazard_row = TextRow(MakeVisitForm)
        self.hazard_row.setObjectName(u"hazard_row")
        self.hazard_row.setProperty(u"path", u"hazard")
        self.hazard_row.setLimit(500)

        self.grid.addWidget(self.hazard_row, 5, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(MakeVisitForm)

        QMetaObject.connectSlotsByName(MakeVisitForm)
    # setupUi

    def retranslateUi(self, MakeVisitForm):
        self.kept_row.setCaption(QCoreApplication.translate("MakeVisitForm", u"\u534f\u8bae\u5c65\u884c\u60c5\u51b5", None))
        self.on_row.setCaption(QCoreApplication.translate("MakeVisitForm", u"\u56de\u8bbf\u65e5\u671f", None))
        self.method_row.setCaption(QCoreApplication.translate("MakeVisitForm", u"\u56de\u8bbf\u65b9\u5f0f", None))
        self.whom_row.setCaption(QCoreApplication.translate("MakeVisitForm", u"\u56de\u8bbf\u5bf9\u8c61", None))
        self.by_row.setCaption(QCoreApplication.translate("MakeVisitForm", u"\u56de\u8bbf\u4eba", None))
        self.purpose_row.setCaption(QCoreApplication.translate("MakeVisitForm", u"\u56de\u8bbf\u4e8b\u7531", None))
        self.text_row.setCaption(QCoreApplication.translate("MakeVisitForm", u"\u56de\u8bbf\u60c5\u51b5", None))
        self.satisfied_row.setCaption(QCoreApplication.translate("MakeVisitForm", u"\u662f\u5426\u6ee1\u610f", None))
        self.hazard_row.setCaption(QCoreApplication.translate("MakeVisitForm", u"\u53d1\u73b0\u7684\u9690\u60a3", None))
        self.hazard_row.setPlaceholder(QCoreApplication.translate("MakeVisitForm", u"\u6ca1\u6709\u7684\u4e0d\u586b", None))
        pass
    # retranslateUi
